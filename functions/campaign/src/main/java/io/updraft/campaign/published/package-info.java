/** What notifications may ask of campaigns. */
@NullMarked
package io.updraft.campaign.published;

import org.jspecify.annotations.NullMarked;
