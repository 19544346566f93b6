#!/bin/sh
# A reseller's customer with a telephone exchange and Omnichannel Mini, built by the programming interface.
set -eu

# shellcheck source=common.sh
. "$(dirname "$0")/common.sh"

echo '1. Found the organisation'
answer=$("$crewdesk" organisation create --name 'Kaufhaus Nord' --admin-email it@nord.example \
  --services pbx,helpdesk --tier profi --licences omnichannel_mini=10 --json)
organisation=$(echo "$answer" | field organisation_id)
token=$(echo "$answer" | field api_token)
expect 'it has an id and a first token' '"api_token":"cdt_'

serve

echo '2. Exchange and helpdesk'
call POST /users '{"username":"too.early","email":"too.early@nord.example","licence":"omnichannel_mini"}'
expect 'without an exchange the licence can not be given' exchange_not_recorded
expect 'nor without a helpdesk' helpdesk_not_recorded
call POST /exchanges '{"name":"Hamburg","first_extension":"200","last_extension":"299"}'
exchange=$(echo "$answer" | field id)
expect 'the exchange has a hundred extensions' '"free":100'
call POST /helpdesks '{"name":"Kundendienst"}'
expect 'the helpdesk is recorded' '"name":"Kundendienst"'

echo '3. What is offered'
call GET /licences
expect 'the name shows the tier' '"name":"Omnichannel Mini PROFI"'
expect 'ten are free' '"free":10'
expect 'the fields it needs are named' '"needs":["exchange_id","extension","helpdesk_id"]'

echo '4. The next free extension'
call GET "/exchanges/$exchange/extensions"
next=$(echo "$answer" | field next_free)
expect 'it is the first of the range' '"next_free":"200"'

echo '5. The first user'
call POST /users "{\"username\":\"jana.behrens\",\"first_name\":\"Jana\",\"last_name\":\"Behrens\",
  \"email\":\"jana@nord.example\",\"licence\":\"omnichannel_mini\",\"extension\":\"$next\"}"
user=$(echo "$answer" | field id)
expect 'the only exchange is taken by itself' "\"exchange_id\":\"$exchange\""
expect 'so is the only helpdesk' '"helpdesk_id":"'

echo '6. What is refused'
call POST /users "{\"username\":\"ole\",\"email\":\"ole@nord.example\",\"licence\":\"omnichannel_mini\",\"extension\":\"$next\"}"
expect 'the same extension' extension_taken
call POST /users '{"username":"ole","email":"ole@nord.example","licence":"omnichannel_mini"}'
expect 'none' extension_required
call PUT "/users/$user/licence" '{"licence":"callcentre"}'
expect 'a licence that is no larger one' licence_upgrade_only

echo '7. Changes wait on the exchange'
call GET "/exchanges/$exchange"
expect 'since now' '"changes_pending_since":"20'
expect 'one extension is taken' '"used":1'

echo '8. The operator orders more'
answer=$(curl -sS -X PATCH "$url/api/operator/v1/organisations/$organisation" \
  -H "Authorization: Bearer $operator" -H 'Content-Type: application/json' \
  --data '{"licences":{"omnichannel":5}}')
expect 'fifteen licences in all' '"seats":15'
call PUT "/users/$user/licence" '{"licence":"omnichannel"}'
expect 'the upgrade is given' '"licence":"omnichannel"'
call GET "/licences/invoice?month=$(date -u +%Y-%m)"
expect 'the invoice counts the day' 'Jana Behrens,1'
echo 'All as told.'
