"""What an app shows, as plain frozen data: the same object becomes a page, a paper and a sheet. Never imports Django."""
