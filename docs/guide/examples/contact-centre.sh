#!/bin/sh
# A contact centre: skills, profiles of groups, levels of thousands, built by the programming interface.
#
#   AGENTS   how many people; 3000 where no number is given
set -eu

# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"
agents=${AGENTS:-3000}

# each METHOD PATH: sends every line of standard input as a body, all over one connection; answers stand in
# the file `answers`, one a line.
each() {
  next=
  while read -r body; do
    printf '%s' "$next"
    next='next
'
    echo "$body" | sed 's/\\/\\\\/g; s/"/\\"/g; s/.*/data = "&"/'
    printf 'url = "%s/api/v1%s"\nrequest = "%s"\nheader = "Authorization: Bearer %s"\n' "$url" "$2" "$1" "$token"
    printf 'header = "Content-Type: application/json"\nwrite-out = "\\n"\n'
  done >requests
  curl -sS -K requests >answers
}

echo '1. Found the organisation'
answer=$("$crewdesk" organisation create --name 'Velké centrum' --admin-email it@centrum.example \
  --services pbx --tier enterprise --licences "callcentre=$agents" --json)
token=$(echo "$answer" | field api_token)
expect 'it has a first token' '"api_token":"cdt_'

serve

echo '2. Groups, skills and a profile of each group'
for name in Voice Chat; do
  call POST /groups "{\"name\":\"$name\"}"
  eval "$name=\$(echo \"\$answer\" | field id)"
done
for name in Czech English Invoices; do
  call POST /skills "{\"name\":\"$name\"}"
  eval "$name=\$(echo \"\$answer\" | field id)"
done
call POST /profiles "{\"group_id\":\"$Voice\",\"name\":\"Day calls\",\"skills\":[{\"skill_id\":\"$Czech\",\"level\":6},{\"skill_id\":\"$Invoices\",\"level\":3}]}"
calls=$(echo "$answer" | field id)
call POST /profiles "{\"group_id\":\"$Chat\",\"name\":\"Letters\",\"skills\":[{\"skill_id\":\"$English\",\"level\":5}]}"
letters=$(echo "$answer" | field id)
call POST /profiles "{\"group_id\":\"$Chat\",\"name\":\"Nothing\",\"skills\":[]}"
expect 'a profile has a skill' profile_empty

echo "3. $agents agents"
number=0
while [ $number -lt "$agents" ]; do
  number=$((number + 1))
  group=$Voice
  [ $((number % 3)) -ne 0 ] || group=$Chat
  echo "{\"username\":\"agent$number\",\"email\":\"agent$number@centrum.example\",\"group_id\":\"$group\"}"
done | each POST /users
sed -n 's/^{"id":"\([^"]*\)".*/\1/p' answers >ids
[ "$(wc -l <ids)" -eq "$agents" ] || { echo 'not all were created' >&2; head -n 3 answers >&2; exit 1; }
echo "ok   all $agents are there"
call GET '/users?without_work=true&count=true&limit=1'
expect 'none of them can receive work yet' "\"total\":$agents"

echo '4. Levels, 500 cells in one call'
split -l 500 ids part.
for part in part.*; do
  cells=$(awk -v skill="$Czech" '{ printf "%s{\"user_id\":\"%s\",\"skill_id\":\"%s\",\"level\":%d}", sep, $1, skill, NR % 9 + 1; sep="," }' "$part")
  echo "{\"cells\":[$cells]}" >body
  answer=$(curl -sS -X PATCH "$url/api/v1/skills/levels" -H "Authorization: Bearer $token" \
    -H 'Content-Type: application/json' --data @body)
done
expect 'the last of them changed' '"changed":'
call GET '/users?without_work=true&count=true&limit=1'
expect 'now all can receive work' '"total":0'
first=$(head -n 1 ids)
call PATCH /skills/levels "{\"cells\":[{\"user_id\":\"$first\",\"skill_id\":\"$Czech\",\"level\":10}]}"
expect 'a level ends at 9' level_out_of_range
call PATCH /skills/levels "{\"cells\":[{\"user_id\":\"$first\",\"skill_id\":\"$Czech\",\"level\":5,\"was\":1}]}"
expect 'a change by somebody else is not overwritten' level_changed

echo '5. Profiles are ticked, and found by'
call PUT "/users/$first/profiles" "{\"profile_ids\":[\"$calls\"]}"
expect 'the first logs on with day calls' '"ticked":true'
call PUT "/users/$first/profiles" "{\"profile_ids\":[\"$letters\"]}"
expect 'the other group has its own' profile_of_other_group
call GET "/users?skill_id=$Invoices&min_level=3&count=true"
expect 'one answers about invoices' '"total":1'
call GET "/users?skill_id=$Czech&min_level=9&group_id=$Voice&limit=1"
expect 'the best at Czech of one group' '"username":"agent'

echo '6. A move that is seen before'
call GET "/users/$first/group?group_id=$Chat"
expect 'day calls would vanish' '"profiles_lost":[{"id":"'"$calls"
expect 'letters can be ticked' '"profiles_offered":[{"id":"'"$letters"
call DELETE "/skills/$Czech"
expect 'a skill in use stays and says by whom' 'Held by'

echo 'All as told.'
