# Runs a daemon for as long as whoever started this lives; see process.ts. Usage: sh watcher.sh PROGRAM [ARGUMENT...]
#
# Standard input is a pipe from the test process. It closes whichever way that process ends, a crash or a kill included,
# and then everything in this process group goes at once. Nobody has to be left alive to send a signal.
exec 3<&0
"$@" </dev/null 3<&- &
daemon=$!
{ read -r nothing <&3; kill -KILL 0; } >/dev/null 2>&1 &
wait "$daemon"
