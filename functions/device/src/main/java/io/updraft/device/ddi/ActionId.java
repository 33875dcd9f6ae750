package io.updraft.device.ddi;

/**
 * The number that the protocol calls an update of a device by: 31 bits of its id, since clients
 * read it into a signed integer of 32. It needs no place of its own; of two updates of one device
 * that share it, which is one in four thousand million pairs, the one that is due first is meant.
 */
record ActionId(int number) {

  /** {@link String#hashCode}, which the language defines; never zero. */
  static ActionId of(String updateId) {
    return new ActionId(Math.max(1, updateId.hashCode() & Integer.MAX_VALUE));
  }

  /** Whether a client means the update by what it has in its path. */
  static boolean names(String inPath, String updateId) {
    return of(updateId).text().equals(inPath);
  }

  String text() {
    return Integer.toString(number);
  }
}
