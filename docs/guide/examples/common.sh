# What the examples share: a new folder, a server in it, and asking it by curl. Read by `.` from each.
#
#   CREWDESK   the program; `crewdesk` where none is named
#   PORT       a free port on this machine; 18480 where none is named
#
# Everything happens in a new folder, which is deleted at the end. Needs curl.
set -eu

crewdesk=$(command -v "${CREWDESK:-crewdesk}")
case $crewdesk in /*) ;; *) crewdesk=$PWD/$crewdesk ;; esac
port=${PORT:-18480}
url=http://127.0.0.1:$port
operator=$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')

folder=$(mktemp -d)
server=
end() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  [ -z "$server" ] || wait "$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap end EXIT
cd "$folder"
export CREWDESK_LISTEN=127.0.0.1:$port CREWDESK_OPERATOR_TOKEN=$operator CREWDESK_LOG=warn

# field NAME: the first text or number of this name in the JSON on standard input.
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" | head -n 1; }

# expect WHAT TEXT: fails unless the answer holds the text.
expect() {
  case $answer in
    *"$2"*) echo "ok   $1" ;;
    *) echo "FAIL $1: $answer" >&2; exit 1 ;;
  esac
}

# call METHOD PATH [BODY]: asks as the customer's administrator.
call() {
  answer=$(curl -sS -X "$1" "$url/api/v1$2" -H "Authorization: Bearer $token" \
    -H 'Content-Type: application/json' ${3:+--data "$3"})
}

# serve: starts the server and waits until it answers.
serve() {
  "$crewdesk" serve &
  server=$!
  tries=0
  until curl -sf "$url/readyz" >/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || { echo 'the server does not start' >&2; exit 1; }
    sleep 0.1
  done
}
