package io.updraft.campaign.dynamodb;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.domain.Engine;
import io.updraft.campaign.domain.Mandate;
import io.updraft.campaign.domain.Move;
import io.updraft.dynamodb.Guarded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@link Engine#told} as an update of the item, since a move does not read the engine. The revision
 * grows, so that no step that began before the move can be written after it.
 */
final class EngineTold {
  private EngineTold() {}

  static Guarded write(String table, Campaign campaign, Mandate mandate, Move.Nudge nudge) {
    String why = campaign.statusReason();
    Guarded told =
        Guarded.update(
                table,
                CampaignKeys.engine(campaign.organization(), campaign.campaignId()),
                "SET " + set(why != null, nudge) + " REMOVE " + removed(why == null, nudge))
            .when("attribute_exists(pk)")
            .with(v -> v.text(":mandate", mandate.wireName()).text(":reason", why))
            .with(v -> v.number(":one", 1).number(":zero", 0));
    return switch (nudge) {
      case NONE -> told;
      case PROMOTE -> told.with(v -> v.flag(":yes", true));
      case WIDEN -> told.with(v -> v.flag(":no", false).map(":none", Map.of()));
    };
  }

  private static String set(boolean reason, Move.Nudge nudge) {
    String always =
        "mandate = :mandate, revision = revision + :one, carried = :zero, rolled_back = :zero,"
            + " rollback_pass = :zero"
            + (reason ? ", reason = :reason" : "");
    return switch (nudge) {
      case NONE -> always;
      case PROMOTE -> always + ", promoted = :yes";
      case WIDEN ->
          always
              + ", #source = :zero, resolved = :no, left_out = :none, walk = walk + :one,"
              + " walked = :zero";
    };
  }

  private static String removed(boolean reason, Move.Nudge nudge) {
    List<String> names = new ArrayList<>(List.of("rollback_again", "due_pk", "due_sk"));
    if (reason) {
      names.add("reason");
    }
    if (nudge == Move.Nudge.WIDEN) {
      names.addAll(List.of("#after", "walk_ended"));
    }
    return String.join(", ", names);
  }
}
