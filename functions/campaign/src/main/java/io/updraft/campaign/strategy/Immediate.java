package io.updraft.campaign.strategy;

/** Everything at once, within the slots. */
public record Immediate() implements Strategy {
  @Override
  public long releasable(Figures figures) {
    return Math.min(figures.free(), figures.unreleased());
  }
}
