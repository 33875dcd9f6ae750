package io.updraft.campaign.domain;

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
    long revision) {

  public Engine {
    leftOut = Map.copyOf(leftOut);
  }

  /** The engine of a campaign that starts. */
  public static Engine begin(String organization, String campaignId) {
    return new Engine(
        organization, campaignId, Mandate.RUN, null, Place.START, false, 0, Map.of(), 0, 0, 1);
  }

  /** After a step of resolving. */
  public Engine resolvedTo(Place next, boolean last, int more, Map<LeftOut, Long> moreLeftOut) {
    return new Engine(
        organization,
        campaignId,
        mandate,
        reason,
        next,
        last,
        targets + more,
        sum(leftOut, moreLeftOut),
        released,
        carried,
        revision + 1);
  }

  public Engine releasedTo(long position) {
    return with(mandate, reason, position, carried);
  }

  public Engine carriedTo(long position) {
    return with(mandate, reason, released, position);
  }

  public Engine told(Mandate next, @Nullable String why) {
    return with(next, why, released, carried);
  }

  private Engine with(Mandate next, @Nullable String why, long releasedTo, long carriedTo) {
    return new Engine(
        organization,
        campaignId,
        next,
        why,
        place,
        resolved,
        targets,
        leftOut,
        releasedTo,
        carriedTo,
        revision + 1);
  }

  private static Map<LeftOut, Long> sum(Map<LeftOut, Long> one, Map<LeftOut, Long> other) {
    Map<LeftOut, Long> sum = new EnumMap<>(LeftOut.class);
    sum.putAll(one);
    other.forEach((why, count) -> sum.merge(why, count, Long::sum));
    return sum;
  }
}
