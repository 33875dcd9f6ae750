package io.updraft.template;

/**
 * An SQS queue.
 *
 * @param id its logical id
 * @param mostReceives after so many attempts a message is a dead letter
 */
public record Queue(String id, int mostReceives) {
  /** Where no dead letters are wanted, a message comes again until it is too old. */
  private static final int MANY = 1000;

  static Queue read(String id, Section properties) {
    return new Queue(id, properties.section("RedrivePolicy").integer("maxReceiveCount", MANY));
  }
}
