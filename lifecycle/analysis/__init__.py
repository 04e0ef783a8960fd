"""What would have changed a vote: counts, pivots, power, sweeps and forecasts."""
