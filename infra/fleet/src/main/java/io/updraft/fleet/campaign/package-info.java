/** What an operator does around a fleet: uploads a firmware, starts a campaign, follows it. */
@NullMarked
package io.updraft.fleet.campaign;

import org.jspecify.annotations.NullMarked;
