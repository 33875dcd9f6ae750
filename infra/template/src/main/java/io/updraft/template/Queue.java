package io.updraft.template;

/**
 * An SQS queue.
 *
 * @param id its logical id
 * @param mostReceives after so many attempts a message is a dead letter
 * @param fifo whether messages of a group are given out in order, and repeats taken once
 */
public record Queue(String id, int mostReceives, boolean fifo) {
  /** Where no dead letters are wanted, a message comes again until it is too old. */
  private static final int MANY = 1000;

  static Queue read(String id, Section properties) {
    return new Queue(
        id,
        properties.section("RedrivePolicy").integer("maxReceiveCount", MANY),
        properties.flag("FifoQueue", false));
  }
}
