package io.updraft.device.domain;

import java.util.regex.Pattern;

/**
 * Makes ids of rollbacks: {@code rbk_} and a ULID, or what an update's id has after its own mark.
 */
public final class RollbackIds {
  private static final String MARK = "rbk_";
  private static final Pattern FORM = Pattern.compile(MARK + "[0-9A-Za-z]{12,40}");

  private RollbackIds() {}

  /** Whether a text that a client sent can be an id at all. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** The id of a rollback that a user asks for, beside the id of the update that carries it out. */
  public static String besides(String updateId) {
    return MARK + withoutMark(updateId);
  }

  /**
   * The id of the rollback that takes back what one attempt of an update did: always the same, so
   * that whoever begins it a second time finds it begun.
   */
  public static String takingBack(Update update) {
    int attempt = update.course().retryCount();
    return besides(update.id()) + (attempt == 0 ? "" : Integer.toString(attempt));
  }

  private static String withoutMark(String updateId) {
    return updateId.substring(updateId.indexOf('_') + 1);
  }
}
