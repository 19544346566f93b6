-- Sends the requests of a file one after another: method, path and body, between tabs.
-- Arguments: file, bearer token or "-", cookie or "-".
local ready, at = {}, 0
local threads = 0

function setup(thread)
  thread:set("place", threads)
  threads = threads + 1
end

function init(args)
  local headers = { ["Content-Type"] = "application/json" }
  if args[2] ~= "-" then headers["Authorization"] = "Bearer " .. args[2] end
  if args[3] ~= "-" then headers["Cookie"] = args[3] end
  for line in io.lines(args[1]) do
    local method, path, body = line:match("^(%S+)\t(%S+)\t(.*)$")
    ready[#ready + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
  -- The second thread begins half way, so that both do not ask for the same at the same time.
  at = math.floor(#ready / 2) * place
end

function request()
  at = at % #ready + 1
  return ready[at]
end
