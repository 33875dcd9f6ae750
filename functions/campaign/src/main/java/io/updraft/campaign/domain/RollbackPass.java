package io.updraft.campaign.domain;

/**
 * One pass over the targets of a campaign that is rolled back.
 *
 * @param number from 0
 * @param position targets before this position have been treated in this pass
 * @param again whether some were still on their devices, so that another pass has to look at them
 */
public record RollbackPass(int number, long position, boolean again) {
  public static final RollbackPass START = new RollbackPass(0, 0, false);

  /** After some targets more. */
  public RollbackPass to(long next, boolean unfinished) {
    return new RollbackPass(number, next, again || unfinished);
  }

  /** From the first target on. */
  public RollbackPass next() {
    return new RollbackPass(number + 1, 0, false);
  }
}
