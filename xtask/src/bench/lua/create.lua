-- Creates users, each only once. Arguments: file of "first name<tab>last name", bearer token, first number.
local first, last, number, headers = {}, {}, 0, {}
local threads = 0

function setup(thread)
  thread:set("place", threads)
  threads = threads + 1
end

function init(args)
  for line in io.lines(args[1]) do
    local given, family = line:match("^(.*)\t(.*)$")
    first[#first + 1] = given
    last[#last + 1] = family
  end
  headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. args[2] }
  number = tonumber(args[3]) + place
end

-- Four letters from the number, so that family names differ as they do in a large centre.
local function tail(n)
  local letters = {}
  for at = 1, 4 do
    letters[at] = string.char(97 + n % 16)
    n = math.floor(n / 16)
  end
  return table.concat(letters)
end

function request()
  number = number + 2
  local given = first[number % #first + 1]
  local family = last[math.floor(number / #first) % #last + 1]
  local body = string.format(
    '{"username":"user%d","first_name":"%s","last_name":"%s%s","email":"user%d@example.org"}',
    number, given, family, tail(number * 7), number)
  return wrk.format("POST", "/api/v1/users", headers, body)
end
