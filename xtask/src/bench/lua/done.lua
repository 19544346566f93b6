
function done(summary, latency, requests)
  local failed = summary.errors
  print(string.format("FIGURES %d %d %d %d %d %d %d", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), latency.max, failed.status,
    failed.connect + failed.read + failed.write + failed.timeout))
end
