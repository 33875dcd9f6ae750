package io.updraft.fleet;

/** Why a run is over. */
enum Ending {
  /** Everything that was waited for has happened. */
  DONE,
  /** The time that was given has passed. */
  TIME_IS_UP,
  /** Somebody pressed Ctrl-C. */
  INTERRUPTED
}
