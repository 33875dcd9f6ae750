package io.updraft.campaign.domain;

import java.util.regex.Pattern;

/** The form of the ids of campaigns. */
public final class CampaignId {
  private static final Pattern FORM = Pattern.compile("cmp_[0-9a-z]{12,60}");

  private CampaignId() {}

  /** Whether a text that a client sent can be an id at all. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
