package io.updraft.campaign;

import static io.updraft.campaign.memory.Examples.FIRMWARE_ID;
import static io.updraft.campaign.memory.Examples.ORGANIZATION;

import io.updraft.campaign.domain.Campaign;
import io.updraft.campaign.memory.MemoryStore;
import io.updraft.campaign.memory.World;
import io.updraft.events.Envelope;
import io.updraft.http.Caller;
import io.updraft.http.CallerContext;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import java.util.List;

/** The commands of campaigns over the world in memory; bodies with single quotes. */
final class CommandsApi {
  private static final String CAMPAIGNS = "/api/v1/ota/campaigns";

  private final World world;
  private final MemoryStore store;
  private final CampaignCommandsFunction function;

  CommandsApi(World world) {
    this(world, world.store);
  }

  CommandsApi(World world, MemoryStore store) {
    this.world = world;
    this.store = store;
    this.function =
        new CampaignCommandsFunction(
            store,
            store.engines(),
            store,
            world.tallies,
            world.catalogue,
            world.estimate,
            world.moves,
            world.clock);
  }

  /** A campaign for d1 and d2, with more fields. */
  String created(String more) {
    return create(more).text("campaign_id");
  }

  ApiAnswer create(String more) {
    String body =
        "{'name':'autumn','firmware_id':'%s','deployment_strategy':'immediate','target_devices':['d1','d2']%s}"
            .formatted(FIRMWARE_ID, more.isEmpty() ? "" : "," + more);
    return as("olga", "POST " + CAMPAIGNS).json(quoted(body)).on(function);
  }

  String started(String more) {
    String id = created(more);
    command(id, "start", "");
    return id;
  }

  ApiAnswer command(String campaignId, String command, String body) {
    return command("olga", campaignId, command, body);
  }

  ApiAnswer command(String user, String campaignId, String command, String body) {
    ApiCall call =
        as(user, "POST " + CAMPAIGNS + "/{campaign_id}/" + command).path("campaign_id", campaignId);
    return (body.isEmpty() ? call : call.json(quoted(body))).on(function);
  }

  /** By whom the authorizer found out, in the form in which it tells it. */
  ApiAnswer command(Caller caller, String campaignId, String command, String body) {
    return ApiCall.of("POST " + CAMPAIGNS + "/{campaign_id}/" + command)
        .by(CallerContext.write(caller))
        .path("campaign_id", campaignId)
        .json(quoted(body))
        .on(function);
  }

  ApiAnswer patch(String campaignId, String body) {
    return patch("olga", campaignId, body);
  }

  ApiAnswer patch(String user, String campaignId, String body) {
    return as(user, "PATCH " + CAMPAIGNS + "/{campaign_id}")
        .path("campaign_id", campaignId)
        .json(quoted(body))
        .on(function);
  }

  ApiAnswer patch(Caller caller, String campaignId, String body) {
    return ApiCall.of("PATCH " + CAMPAIGNS + "/{campaign_id}")
        .by(CallerContext.write(caller))
        .path("campaign_id", campaignId)
        .json(quoted(body))
        .on(function);
  }

  private static ApiCall as(String user, String route) {
    boolean stranger = user.equals("stranger");
    return ApiCall.of(route).as(stranger ? "other" : ORGANIZATION, user, "operator");
  }

  private static String quoted(String body) {
    return body.replace('\'', '"');
  }

  Campaign stored(String campaignId) {
    return store.find(ORGANIZATION, campaignId).orElseThrow();
  }

  /** The types of all events so far, without what they are about. */
  List<String> events() {
    return store.events().stream()
        .map(Envelope::type)
        .map(t -> t.substring("campaign.".length()))
        .toList();
  }

  /** The newest line of the timeline: what, and why. */
  String lastLine(String campaignId) {
    var line = store.newestFirst(ORGANIZATION, campaignId, 1, null).entries().getFirst();
    return line.what() + ": " + line.why();
  }

  World world() {
    return world;
  }
}
