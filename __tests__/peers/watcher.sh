# Runs a daemon until the process that started this script ends; see process.ts. Usage: sh watcher.sh PROGRAM [ARGUMENT...]
#
# Standard input is a pipe from the test process. It closes whichever way that process ends, a crash or a kill included,
# and then this process group is killed. No process has to survive to send a signal.
exec 3<&0
"$@" </dev/null 3<&- &
daemon=$!
{ read -r nothing <&3; kill -KILL 0; } >/dev/null 2>&1 &
wait "$daemon"
