// Loaded into every process that a launcher starts: when the launcher is gone, however it went, the process ends too.

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone must not keep a process alive that has nothing left to do.
process.channel?.unref();
