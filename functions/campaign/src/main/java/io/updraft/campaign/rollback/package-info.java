/** Takes the devices of a campaign back to the versions that they had. */
@NullMarked
package io.updraft.campaign.rollback;

import org.jspecify.annotations.NullMarked;
