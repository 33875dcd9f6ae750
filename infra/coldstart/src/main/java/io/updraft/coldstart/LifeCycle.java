package io.updraft.coldstart;

/** How Lambda brings a function into being. */
enum LifeCycle {
  /** The process starts, and the event is there at once. */
  ON_DEMAND("on-demand"),

  /** The process starts before, is frozen, and gets the event after it was restored. */
  SNAP_START("snap-start");

  private final String initializationType;

  LifeCycle(String initializationType) {
    this.initializationType = initializationType;
  }

  String initializationType() {
    return initializationType;
  }
}
