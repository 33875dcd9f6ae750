/** Campaigns, their engines and timelines in the campaigns table. */
@NullMarked
package io.updraft.campaign.dynamodb;

import org.jspecify.annotations.NullMarked;
