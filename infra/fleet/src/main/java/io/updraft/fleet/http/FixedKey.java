package io.updraft.fleet.http;

/** An API key that somebody gave; there is no other in its place. */
public record FixedKey(String key) implements Credentials {
  @Override
  public String header() {
    return "ApiKey " + key;
  }

  @Override
  public boolean renew(String refused) {
    return false;
  }

  /** Hides the key, since records are logged. */
  @Override
  public String toString() {
    return "FixedKey";
  }
}
