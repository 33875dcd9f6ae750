package io.updraft.systemtests;

import io.updraft.fleet.http.Credentials;

/** A token that is good for the length of a test. */
record Bearer(String token) implements Credentials {
  @Override
  public String header() {
    return "Bearer " + token;
  }

  @Override
  public boolean renew(String refused) {
    return false;
  }
}
