package io.updraft.fleet.http;

/** What the Authorization header holds. */
public interface Credentials {
  /** The present value of the header. */
  String header() throws InterruptedException;

  /**
   * Finds another value in place of one that was refused.
   *
   * @return false where there is none
   */
  boolean renew(String refused) throws InterruptedException;
}
