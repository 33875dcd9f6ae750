package io.updraft.access.domain;

/** Something that the system can't work without. */
public interface Dependency {
  /** Its name in answers, in lower case. */
  String name();

  /** Asks it for something small; throws where it does not answer as it should. */
  void reach();
}
