package io.updraft.firmware.verification;

/**
 * One thing that is wrong with the bytes.
 *
 * @param field the field of the declaration that they don't fit
 * @param message to be read after the name of the field
 */
public record Flaw(String field, String message) {
  @Override
  public String toString() {
    return field + " " + message;
  }
}
