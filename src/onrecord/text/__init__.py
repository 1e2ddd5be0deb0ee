"""Text in, text or spans out: numbers, dates, scripts. No domain words."""
