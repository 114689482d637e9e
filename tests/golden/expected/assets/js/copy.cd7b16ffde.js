// The real script is tested in a browser; here only its place on the pages counts.
