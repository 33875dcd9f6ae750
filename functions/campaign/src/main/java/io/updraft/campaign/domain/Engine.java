package io.updraft.campaign.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the engine has come with one started campaign.
 *
 * @param reason why updates are cancelled, where the mandate asks for that
 * @param place where resolving goes on
 * @param resolved whether all sources have been walked
 * @param targets how many targets there are; their positions are dense from 0
 * @param leftOut devices that did not become targets, by reason
 * @param released the release cursor: targets before this position have been treated
 * @param carried the cancel cursor: likewise
 * @param rollback the rollback cursor, and which pass it is in
 * @param stage where the strategy is
 * @param promoted whether a user wants the next stage at once
 * @param walk the present or last walk through the sources
 * @param due when to look at it although nothing has happened; null where that is of no use
 * @param revision grows with each write, also by moves of the campaign
 */
public record Engine(
    String organization,
    String campaignId,
    Mandate mandate,
    @Nullable String reason,
    Place place,
    boolean resolved,
    long targets,
    Map<LeftOut, Long> leftOut,
    long released,
    long carried,
    RollbackPass rollback,
    Stage stage,
    boolean promoted,
    Walk walk,
    @Nullable Instant due,
    long revision) {

  public Engine {
    leftOut = Map.copyOf(leftOut);
  }

  /** The engine of a campaign that starts. */
  public static Engine begin(String organization, String campaignId) {
    return new Engine(
        organization,
        campaignId,
        Mandate.RUN,
        null,
        Place.START,
        false,
        0,
        Map.of(),
        0,
        0,
        RollbackPass.START,
        Stage.START,
        false,
        Walk.FIRST,
        null,
        1);
  }

  /** After a step of resolving; all are resolved where that has ended the walk. */
  public Engine resolvedTo(Place next, Walk walked, int more, Map<LeftOut, Long> moreLeftOut) {
    return step().resolved(next, walked, more, sum(leftOut, moreLeftOut)).done();
  }

  public Engine releasedTo(long position) {
    return step().released(position).done();
  }

  public Engine carriedTo(long position) {
    return step().carried(position).done();
  }

  public Engine rolledBackTo(RollbackPass next) {
    return step().rollback(next).done();
  }

  /** To be looked at again at that time, whatever happens until then. */
  public Engine dueAt(@Nullable Instant next) {
    return step().due(next).done();
  }

  /** In another stage; a promotion has had its effect. */
  public Engine enter(Stage next) {
    return step().stage(next).done();
  }

  /** After a move of the campaign: what is to be carried to the targets is carried to all. */
  public Engine told(Mandate next, @Nullable String why, Move.Nudge nudge) {
    EngineStep step = step().mandate(next, why);
    return switch (nudge) {
      case NONE -> step.done();
      case PROMOTE -> step.promoted().done();
      case WIDEN -> step.walkAgain().done();
    };
  }

  /** Walks the sources from their beginning, for devices that have come to be named. */
  public Engine walkAgain() {
    return step().walkAgain().done();
  }

  private EngineStep step() {
    return new EngineStep(this);
  }

  private static Map<LeftOut, Long> sum(Map<LeftOut, Long> one, Map<LeftOut, Long> other) {
    Map<LeftOut, Long> sum = new EnumMap<>(LeftOut.class);
    sum.putAll(one);
    other.forEach((why, count) -> sum.merge(why, count, Long::sum));
    return sum;
  }
}
