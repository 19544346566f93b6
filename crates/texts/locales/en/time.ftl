# Dates and times. Day, month, year, hour and minute arrive as text; the month by its name.

time-month-1 = January
time-month-2 = February
time-month-3 = March
time-month-4 = April
time-month-5 = May
time-month-6 = June
time-month-7 = July
time-month-8 = August
time-month-9 = September
time-month-10 = October
time-month-11 = November
time-month-12 = December

time-date = { $day } { $month } { $year }
time-clock = { $hour }:{ $minute }
time-date-clock = { $date }, { $clock }

# How long ago, or until when
time-now = just now
time-minutes-ago = { $n ->
    [one] { $n } minute ago
   *[other] { $n } minutes ago
}
time-hours-ago = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
}
time-days-ago = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
time-months-ago = { $n ->
    [one] { $n } month ago
   *[other] { $n } months ago
}
time-years-ago = { $n ->
    [one] { $n } year ago
   *[other] { $n } years ago
}
time-soon = in a moment
time-in-minutes = { $n ->
    [one] in { $n } minute
   *[other] in { $n } minutes
}
time-in-hours = { $n ->
    [one] in { $n } hour
   *[other] in { $n } hours
}
time-in-days = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}
time-in-months = { $n ->
    [one] in { $n } month
   *[other] in { $n } months
}
time-in-years = { $n ->
    [one] in { $n } year
   *[other] in { $n } years
}

# Lengths of time
time-length-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
time-length-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
time-length-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
