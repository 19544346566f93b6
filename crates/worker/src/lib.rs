//! Claims jobs and runs schedules.
