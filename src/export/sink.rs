/// Takes a file part by part, so that a large one never stands in memory.
pub type Sink<'a> = &'a mut dyn FnMut(&[u8]);

/// Records that are made together by several threads, and then go into the sink.
pub const PORTION: usize = 1024;
