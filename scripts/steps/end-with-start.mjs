// Read first by web and worker. A start that is killed can end nothing, but its end closes the pipe between us: then
// this process group ends itself, children and all.
process.once('disconnect', () => {
  try {
    process.kill(-process.pid, 'SIGTERM');
  } catch (error) {
    // A child that was given this file by its parent leads no group: its parent ends it.
    if (error.code !== 'ESRCH') throw error;
  }
});
