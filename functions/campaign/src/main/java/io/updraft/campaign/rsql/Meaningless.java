package io.updraft.campaign.rsql;

/** A query of the right form that asks for what there is not; never leaves this package. */
final class Meaningless extends RuntimeException {
  private final String complaint;

  Meaningless(String complaint) {
    super(complaint);
    this.complaint = complaint;
  }

  String complaint() {
    return complaint;
  }
}
