/** What becomes of campaigns when a device or a user is deleted elsewhere. */
@NullMarked
package io.updraft.campaign.deleted;

import org.jspecify.annotations.NullMarked;
