package io.updraft.fleet.http;

/** The API refuses what the simulation can't go on without. */
public final class Refused extends RuntimeException {
  public Refused(String message) {
    super(message);
  }
}
