#![no_main]

libfuzzer_sys::fuzz_target!(
    init: diptych_fuzz::sow("addresses"),
    |data: &[u8]| diptych_fuzz::try_out("addresses", data)
);
