package io.updraft.fleet.campaign;

import io.updraft.fleet.http.Answer;
import io.updraft.fleet.http.Api;
import io.updraft.fleet.http.Call;
import io.updraft.fleet.http.Credentials;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One campaign from its start to its end, with every read of it judged. */
public final class CampaignRun {
  private static final String CAMPAIGNS = "/api/v1/ota/campaigns";

  private final Api api;
  private final Credentials admin;
  private final Duration interval;
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger wrongReads = new AtomicInteger();
  private volatile @Nullable CampaignFigures latest;
  private volatile String id = "";

  /**
   * A campaign that does not exist yet.
   *
   * @param interval between two reads
   */
  public CampaignRun(Api api, Credentials admin, Duration interval) {
    this.api = api;
    this.admin = admin;
    this.interval = interval;
  }

  /** Creates the campaign, starts it and returns when it has ended with all its updates. */
  public void run(CampaignPlan plan) throws InterruptedException {
    id =
        api.send(Call.post(CAMPAIGNS, plan.body()), admin)
            .require("create the campaign")
            .text("campaign_id");
    String path = CAMPAIGNS + "/" + id;
    Answer started = api.send(Call.post(path + "/start", Map.of()), admin).require("start it");
    CampaignFigures figures = judged(started);
    while (!figures.settled()) {
      Thread.sleep(interval);
      figures = judged(api.send(Call.get(path), admin).require("read the campaign"));
    }
  }

  private CampaignFigures judged(Answer answer) {
    CampaignFigures figures = CampaignFigures.of(answer.body());
    reads.incrementAndGet();
    if (!figures.addUp()) {
      wrongReads.incrementAndGet();
    }
    latest = figures;
    return figures;
  }

  /** Its id; empty before it exists. */
  public String id() {
    return id;
  }

  /** What the last read showed; empty before the first. */
  public Optional<CampaignFigures> latest() {
    return Optional.ofNullable(latest);
  }

  public int reads() {
    return reads.get();
  }

  /** Reads whose counters did not add up. */
  public int wrongReads() {
    return wrongReads.get();
  }
}
