//! The `diptych` program; everything it does is in the library.

use std::process::ExitCode;

// A build makes and frees many millions of short strings on all threads, on which the allocator of glibc spends a quarter of
// its time, and that of musl, which the released programs for Linux have, more.
#[cfg(all(feature = "jemalloc", unix, target_pointer_width = "64"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    diptych::cli::run()
}
