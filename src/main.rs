//! The `diptych` program; everything it does is in the library.

use std::process::ExitCode;

// A build makes and frees many millions of short strings on all threads. With the allocator of glibc one of a hundred thousand
// statements takes a third more CPU.
#[cfg(all(feature = "jemalloc", unix, target_pointer_width = "64"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    diptych::cli::run()
}
