package io.updraft.campaign.dynamodb;

import static java.util.stream.Collectors.joining;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.campaign.domain.TimelineEntry;
import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.Item;
import io.updraft.dynamodb.Key;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.firmware.published.Clearances;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The writes that a move consists of, beside its event.
 *
 * @param mostInProgress campaigns in progress in one organization
 */
record MoveParts(String table, Clearances clearances, int mostInProgress) {

  Guarded campaign(Move move) {
    return Guarded.put(table, CampaignItem.toItem(move.after()))
        .when("#sequence = :before")
        .with(v -> v.number(":before", move.before().sequence()));
  }

  Guarded timeline(Campaign campaign, TimelineEntry entry) {
    Key key =
        CampaignKeys.timeline(
            campaign.organization(), campaign.campaignId(), entry.time(), entry.number());
    return Guarded.put(
        table,
        Item.build()
            .text("pk", key.pk())
            .text("sk", key.sk())
            .text("what", entry.what())
            .text("by", entry.by())
            .text("why", entry.why())
            .attributes());
  }

  Optional<Guarded> slot(Move move) {
    Key key = CampaignKeys.inProgress(move.after().organization());
    String id = move.after().campaignId();
    return switch (move.slot()) {
      case KEEP -> Optional.empty();
      case FREE ->
          Optional.of(
              Guarded.update(table, key, "DELETE campaigns :one")
                  .with(v -> v.set(":one", one(id))));
      case TAKE ->
          Optional.of(
              Guarded.update(table, key, "ADD campaigns :one")
                  .when("attribute_not_exists(campaigns) OR size(campaigns) < :most")
                  .with(v -> v.set(":one", one(id)).number(":most", mostInProgress)));
    };
  }

  Optional<Guarded> gate(Move move) {
    return switch (move.gate()) {
      case KEEP -> Optional.empty();
      case OPEN -> Optional.of(moved(move.after(), CampaignGate.OPEN));
      case HOLD -> Optional.of(moved(move.after(), CampaignGate.HOLD));
      case PAUSE -> Optional.of(moved(move.after(), CampaignGate.PAUSED));
      case CANCEL -> Optional.of(moved(move.after(), CampaignGate.CANCELLED));
      case REMOVE -> Optional.of(ended(move.after()));
    };
  }

  Optional<Guarded> engine(Move move) {
    Campaign after = move.after();
    if (move.begins()) {
      Engine engine = Engine.begin(after.organization(), after.campaignId());
      return Optional.of(Guarded.create(table, EngineItem.toItem(engine)));
    }
    return move.mandate().map(mandate -> told(after, mandate, move.nudge()));
  }

  /**
   * As {@link Engine#told}. The revision grows, so that no step that began before the move can be
   * written after it.
   */
  private Guarded told(Campaign campaign, Mandate mandate, Move.Nudge nudge) {
    Key key = CampaignKeys.engine(campaign.organization(), campaign.campaignId());
    String why = campaign.statusReason();
    String expression =
        "SET mandate = :mandate, revision = revision + :one, carried = :zero"
            + (why == null ? "" : ", reason = :reason")
            + nudged(nudge)
            + removed(why, nudge);
    Guarded told =
        Guarded.update(table, key, expression)
            .when("attribute_exists(pk)")
            .with(
                v ->
                    v.text(":mandate", mandate.wireName())
                        .number(":one", 1)
                        .number(":zero", 0)
                        .text(":reason", why));
    return switch (nudge) {
      case NONE -> told;
      case PROMOTE -> told.with(v -> v.flag(":yes", true));
      case WIDEN -> told.with(v -> v.flag(":no", false).map(":none", Map.of()));
    };
  }

  private static String nudged(Move.Nudge nudge) {
    return switch (nudge) {
      case NONE -> "";
      case PROMOTE -> ", promoted = :yes";
      case WIDEN -> ", #source = :zero, resolved = :no, left_out = :none, walk = walk + :one";
    };
  }

  private static String removed(@Nullable String why, Move.Nudge nudge) {
    String reason = why == null ? "reason" : "";
    String after = nudge == Move.Nudge.WIDEN ? "#after" : "";
    String both = Stream.of(reason, after).filter(n -> !n.isEmpty()).collect(joining(", "));
    return both.isEmpty() ? "" : " REMOVE " + both;
  }

  private Guarded moved(Campaign campaign, CampaignGate gate) {
    return clearances.campaignMoved(
        campaign.organization(), campaign.firmware().firmwareId(), campaign.campaignId(), gate);
  }

  private Guarded ended(Campaign campaign) {
    return clearances.campaignEnded(
        campaign.organization(), campaign.firmware().firmwareId(), campaign.campaignId());
  }

  private static List<String> one(String id) {
    return List.of(id);
  }
}
