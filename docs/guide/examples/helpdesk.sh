#!/bin/sh
# A help desk of twelve: groups with rules, teams, a role of its own, built by the programming interface.
set -eu

# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"

# has NAME LIST: the id of the thing called so in a list of the interface.
has() { echo "$2" | sed 's/},{/}\n{/g' | grep "\"$3\":\"$1\"" | field id; }

echo '1. Found the organisation'
answer=$("$crewdesk" organisation create --name 'Kontor Hjelp' --admin-email it@kontor.example --seats 12 --json)
token=$(echo "$answer" | field api_token)
expect 'it has a first token' '"api_token":"cdt_'

serve

echo '2. Groups with rules'
call POST /groups '{"name":"First line"}'
first=$(echo "$answer" | field id)
call POST /groups '{"name":"Second line"}'
second=$(echo "$answer" | field id)
call PATCH "/groups/$first/settings" '{"wrap_up_seconds":20}'
expect 'the value comes from the group' '"origin":"group"'
call PATCH "/groups/$second/settings" '{"wrap_up_seconds":90,"session_idle_minutes":15}'
call PATCH "/groups/$second/settings" '{"session_idle_minutes":600}'
expect 'a limit is never loosened below' setting_lowered
call PATCH "/groups/$second/settings" '{"wrap_up_seconds":-1}'
expect 'a value out of range names the range' 'The range is 0 to 3600 seconds, set by the product.'

echo '3. Twelve people'
call GET /roles
supervisor=$(has supervisor "$answer" key)
technician=$(has technician "$answer" key)
for name in sara stig; do
  call POST /users "{\"username\":\"$name\",\"email\":\"$name@kontor.example\",\"role_id\":\"$supervisor\"}"
  expect "$name is there" '"lifecycle":"active"'
done
call GET '/users?search=sara'
sara=$(echo "$answer" | field id)
call GET '/users?search=stig'
stig=$(echo "$answer" | field id)
people=
for number in 1 2 3 4 5 6 7 8 9; do
  call POST /users "{\"username\":\"agent$number\",\"email\":\"agent$number@kontor.example\",\"group_id\":\"$first\",\"reports_to\":\"$sara\"}"
  people="$people $(echo "$answer" | field id)"
done
expect 'the last of nine reports to Sara' "\"reports_to\":\"$sara\""
# shellcheck disable=SC2086
set -- $people
agent1=$1 agent2=$2

echo '4. Teams'
call POST /teams "{\"name\":\"Early\",\"leader_ids\":[\"$sara\"]}"
early=$(echo "$answer" | field id)
call POST /teams "{\"name\":\"Late\",\"leader_ids\":[\"$stig\"]}"
call POST "/teams/$early/members" "{\"user_ids\":[\"$agent1\",\"$agent2\"]}"
expect 'two are in the early team' '"members":2'
call GET /teams/unallocated
expect 'the others are in none' '"username":"agent9"'

echo '5. A role of its own'
call POST /roles "{\"name\":\"Dispatcher\",\"copy_of\":\"$technician\",\"grants\":{\"users.view\":[\"own\",\"organisation\"]}}"
dispatcher=$(echo "$answer" | field id)
expect 'it sees everyone' '"users.view":["own","organisation"]'
call PUT "/users/$agent1/role" "{\"role_id\":\"$dispatcher\"}"
expect 'the first agent is dispatcher' "\"role_id\":\"$dispatcher\""
call GET "/users/$agent1/explanation?permission=users.suspend&target_id=$agent2"
expect 'and still suspends nobody' '"allowed":false'
echo "     $answer"
call DELETE "/roles/$dispatcher"
expect 'a role in use stays' role_in_use

echo '6. A move that is seen before'
call GET "/users/$agent2/group?group_id=$second"
expect 'the wrap-up time would change' '"key":"wrap_up_seconds"'
call PATCH "/users/$agent2" "{\"group_id\":\"$second\"}"
expect 'the ordinary change names the move' use_move_group
call PUT "/users/$agent2/group" "{\"group_id\":\"$second\"}"
expect 'the second agent is in the second line' "\"group_id\":\"$second\""

echo 'All as told.'
