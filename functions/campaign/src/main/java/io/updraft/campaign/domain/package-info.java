/** Campaigns, their moves, and the state of the engine that drives them. */
@NullMarked
package io.updraft.campaign.domain;

import org.jspecify.annotations.NullMarked;
