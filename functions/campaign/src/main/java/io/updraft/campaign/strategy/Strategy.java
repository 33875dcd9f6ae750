package io.updraft.campaign.strategy;

/** How many more targets may be released now: a pure function of the campaign's figures. */
@FunctionalInterface
public interface Strategy {
  /** Between 0 and the smaller of {@link Figures#free} and {@link Figures#unreleased}. */
  long releasable(Figures figures);
}
