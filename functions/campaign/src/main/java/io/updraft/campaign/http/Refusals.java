package io.updraft.campaign.http;

import io.updraft.campaign.domain.CampaignStatus;
import io.updraft.http.FieldError;
import io.updraft.http.Problem;
import io.updraft.http.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The refusals that several commands have in common. */
public final class Refusals {
  private Refusals() {}

  public static ProblemException notFound(String campaignId) {
    return Problem.notFound("campaign", campaignId).exception();
  }

  /** A move that the table of moves does not have. */
  public static ProblemException move(CampaignStatus current, CampaignStatus target) {
    return Problem.invalidTransition(current.wireName(), target.wireName(), current.allowed())
        .exception();
  }

  /**
   * A command that the present state forbids though it leads to a state that may follow.
   *
   * @param detail a sentence that says what to do
   */
  public static ProblemException command(
      CampaignStatus current, CampaignStatus target, String detail) {
    Map<String, Object> states = new LinkedHashMap<>();
    states.put("current_state", current.wireName());
    states.put("target_state", target.wireName());
    states.put("allowed", current.allowed());
    return new Problem(409, "INVALID_STATE_TRANSITION", detail, List.of(), states, null)
        .exception();
  }

  public static ProblemException conflict(String detail) {
    return Problem.conflict(detail).exception();
  }

  public static ProblemException recalled() {
    return conflict("The firmware of this campaign was recalled; cancel the campaign.");
  }

  /** Fields that are wrong for what the campaign is. */
  public static ProblemException fields(Map<String, String> messages) {
    List<FieldError> errors = new ArrayList<>();
    messages.forEach((field, message) -> errors.add(new FieldError(field, message)));
    return Problem.validation(errors).exception();
  }
}
