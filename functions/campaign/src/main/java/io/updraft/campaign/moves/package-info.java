/** Makes a move of a campaign as it is, whoever else moves it at the same time. */
@NullMarked
package io.updraft.campaign.moves;

import org.jspecify.annotations.NullMarked;
