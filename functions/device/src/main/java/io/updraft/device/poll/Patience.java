package io.updraft.device.poll;

/** What a client does with an offer that it may not install yet, and so what it can be shown. */
public enum Patience {
  /** Waits with the switch to what it has installed. */
  SWITCHES_WHEN_TOLD,
  /** Fetches, and waits with the installation. */
  INSTALLS_WHEN_TOLD,
  /** Installs, or takes for done, whatever it is shown. */
  NONE;

  /** Whether it is shown what its maintenance window holds back. */
  boolean beforeItsTime() {
    return this == INSTALLS_WHEN_TOLD;
  }

  /** Whether it is shown what its campaign does not let it switch to. */
  boolean beforeItsSwitch() {
    return this != NONE;
  }
}
