#![no_main]

libfuzzer_sys::fuzz_target!(
    init: diptych_fuzz::sow("tokens"),
    |data: &[u8]| diptych_fuzz::try_out("tokens", data)
);
