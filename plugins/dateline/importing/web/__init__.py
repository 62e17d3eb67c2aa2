"""The network: a polite client on checked addresses."""
