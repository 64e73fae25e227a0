"""Who may see, be heard and go: adults, people, releases, withdrawal, review."""
